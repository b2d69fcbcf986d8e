"""A case folder as it comes: with strange files in it, or not there at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from servanda.language.folder import MAX_BYTES, MAX_FILES, read_folder


def names(path: Path) -> list[str]:
    sources, diagnostics = read_folder(path)
    assert diagnostics == ()
    return [source.name for source in sources]


def refusals(path: Path) -> list[tuple[str, str]]:
    return [(d.code, d.origin.file) for d in read_folder(path)[1]]


def write(path: Path, content: bytes | str = "# Case\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a case, named as from the folder above it."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "case" / "case.md")
    return Path("case")


def test_files_come_in_the_order_of_the_case_and_named_as_typed(case: Path) -> None:
    for name in ["scenarios.md", "positions.md", "Z.MD", "drafts/b.md", "drafts/a.md"]:
        write(case / name)
    for name in ["record/2025-08.md", "record/2025-07.md", "record.md"]:
        write(case / name)
    for name in [
        "sources/x.md",
        ".hidden.md",
        "notes.txt",
        "drafts/deep/c.md",
        "other/d.md",
        "record/deep/e.md",
    ]:
        write(case / name)
    expected = [
        "case/case.md",
        "case/Z.MD",
        "case/positions.md",
        "case/drafts/a.md",
        "case/drafts/b.md",
        "case/record.md",
        "case/record/2025-07.md",
        "case/record/2025-08.md",
        "case/scenarios.md",
    ]
    assert names(case) == expected


def test_one_file_can_be_a_case(case: Path) -> None:
    assert names(case / "case.md") == ["case/case.md"]


def test_line_endings_stay_and_a_byte_order_mark_does_not(case: Path) -> None:
    write(case / "case.md", b"\xef\xbb\xbf# Caf\xc3\xa9\r\n")
    ((source,), _) = read_folder(case)
    assert source.text == "# Café\r\n"


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"PK\x03\x04\x00\x00", "SV102", "byte 5 is zero"),
        (b"# A\nCaf\xe9\n", "SV103", "byte 8, in line 2,"),
        (b"\xef\xbb\xbf# A\nCaf\xe9\n", "SV103", "byte 11, in line 2,"),
        ("# A".encode("utf-16"), "SV103", "UTF-16"),
        (b"a" * (MAX_BYTES + 1), "SV104", "2 MiB"),
    ],
)
def test_a_file_that_is_no_text_is_told_and_the_others_are_read(
    case: Path, content: bytes, code: str, said: str
) -> None:
    write(case / "strange.md", content)
    sources, (diagnostic,) = read_folder(case)
    assert [source.name for source in sources] == ["case/case.md"]
    assert (diagnostic.code, diagnostic.origin.file) == (code, "case/strange.md")
    assert said in diagnostic.headline
    assert diagnostic.origin.line == 0


def test_a_file_of_the_largest_size_is_read(case: Path) -> None:
    write(case / "case.md", b"a" * MAX_BYTES)
    assert names(case) == ["case/case.md"]


def test_a_folder_with_too_many_files_is_told(case: Path) -> None:
    for number in range(MAX_FILES):
        write(case / f"{number:04}.md", "")
    sources, (diagnostic,) = read_folder(case)
    assert (diagnostic.code, len(sources)) == ("SV105", MAX_FILES)


def test_a_folder_without_a_case_is_told(tmp_path: Path) -> None:
    write(tmp_path / "notes.txt")
    assert refusals(tmp_path) == [("SV106", str(tmp_path))]


def test_what_is_not_there_is_told(case: Path) -> None:
    assert refusals(case / "missing.md") == [("SV101", "case/missing.md")]
    assert refusals(Path("nowhere")) == [("SV101", "nowhere")]


def test_a_named_file_has_to_be_markdown(case: Path) -> None:
    assert refusals(write(case / "draft.docx")) == [("SV108", "case/draft.docx")]


def test_links_are_followed_within_the_folder_only(case: Path, tmp_path: Path) -> None:
    outside = write(tmp_path / "outside.md")
    (case / "within.md").symlink_to("case.md")
    (case / "without.md").symlink_to(outside.resolve())
    sources, diagnostics = read_folder(case)
    assert [source.name for source in sources] == ["case/case.md", "case/within.md"]
    assert [(d.code, d.origin.file) for d in diagnostics] == [("SV107", "case/without.md")]


def test_drafts_that_are_a_link_out_of_the_folder_are_not_read(case: Path, tmp_path: Path) -> None:
    write(tmp_path / "elsewhere" / "draft.md")
    (case / "drafts").symlink_to((tmp_path / "elsewhere").resolve())
    assert refusals(case) == [("SV107", "case/drafts")]


def test_a_folder_that_is_itself_a_link_is_read(case: Path, tmp_path: Path) -> None:
    (tmp_path / "linked").symlink_to("case")
    assert names(Path("linked")) == ["linked/case.md"]


def test_links_that_lead_nowhere_or_in_a_ring_are_told(case: Path) -> None:
    (case / "gone.md").symlink_to("missing.md")
    (case / "ring.md").symlink_to("ring.md")
    assert refusals(case) == [("SV101", "case/gone.md"), ("SV101", "case/ring.md")]
    assert refusals(case / "ring.md") == [("SV101", "case/ring.md")]


def test_only_plain_files_are_opened(case: Path) -> None:
    (case / "folder.md").mkdir()
    os.mkfifo(case / "pipe.md")
    assert refusals(case) == [("SV108", "case/folder.md"), ("SV108", "case/pipe.md")]
    assert refusals(case / "pipe.md") == [("SV108", "case/pipe.md")]


def test_a_file_that_may_not_be_read_is_told(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    (diagnostic,) = read_folder(case)[1]
    assert (diagnostic.code, diagnostic.origin.file) == ("SV101", "case/case.md")
    assert diagnostic.headline == "this file cannot be read: permission denied"


def test_a_folder_that_may_not_be_read_is_told(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> list[str]:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    assert refusals(case) == [("SV101", "case")]


@pytest.mark.parametrize("name", ["a" * 5000, "a\x00b.md"])
def test_a_name_that_no_file_can_have_is_told(name: str) -> None:
    assert [code for code, _ in refusals(Path(name))] == ["SV101"]


def test_a_name_that_is_no_text_can_be_printed(case: Path) -> None:
    path = os.path.join(os.fsencode(case), b"caf\xe9.md")  # noqa: PTH118 - bytes
    Path(os.fsdecode(path)).write_text("# Case\n")
    (_, second) = names(case)
    assert second.encode("utf-8") == b"case/caf\\udce9.md"

"""The semantic rules as an event calculus in clingo: a second witness, independent of the engine.

What happens at which instant initiates and terminates what holds from then on. The rules are in the
`.lp` files, written from docs/semantics.md alone; the modules state a case as facts for them, many
scenarios of one case at once. They read the model, and the calendar's values, and nothing of the
engine; periods are counted by a calendar of their own.

Covered are F1 to F6; C1 to C8; V1 to V3; A1 to A11; D1 to D11 and D13; B1, B2; X1, X2; R1, R2; T1 to
T6: sets with dates, entry into force some time after, accession, withdrawal, term and last day, triggers by incident, act and breach, `only if`,
`unless`, `until`, windows, deadlines, discretion, requests, refusals, votes, decisions, findings,
joint duties, roles as bearers, prohibitions, permissions, exceptions and exceptions to them,
circumstances, readings, open issues, and unknown attributes.

Not covered, and never drawn for it: circumstances in doubt (C8) or as a trigger (C11), `has met` and
`there has been` (C9, C10), shares, silence, vetoes and motions (V4 to V9), an end on a condition (A11), notice
to the end of a period, termination and revocation (A12 to A14), agreements supposed to be in force (A16),
conflicts (D12), `while` and what prohibitions and permissions ask as long as they bind (D14), `where possible`, ends by the calendar, performance
with conditions and effect in domestic law (D15 to D18), suspension (S1 to S9), priority (P1 to P6), expectations (E1 to E4),
what would change an answer, readings of some and amendments (R3 to R8), the end of the calendar (T7).
Nor are findings by a set, findings that something is unknown, acts upon an actor as a trigger,
conditions of withdrawal, and what is owed to a bearer or an author. A case that has any of these
is refused (`UnsupportedError`). For these the brute-force witness stands alone.

In the `.lp` files stand

    S  scenario           X  a way in which what is unknown to the end could turn out (C2)
    W  X, and a way in which what is found by the end could have turned out before it was found
    K  instant: an event, the start of a day, the minute after a term has run out, or the end
    O  occasion: i(I) an incident, a(K,A) an act by A, b(..) a breach, st(S) none (standing),
       d(O) a deed that is judged, life(S) and joins(S,A) what asks conditions of an agreement's life
    D  day; G agreement; R article as the scenario reads it; C condition; B bearer (joint: all)
    t, f, u: holds, fails, is undetermined (C1)

Facts about time are inst(S,K), start(K,Minute), day(K,D), next(K0,K), last(S,K);
closes(S,D,K): the last instant of day D; nextday(S,D0,D); ends(P,K,Key): when period P, counted from
instant K, has its last moment; after(P,D0,D): the day that lies P after D0 (T2 to T4). A key is twice
a moment's last minute, and one more where only the day is known.

Bonds hang on conditions, conditions on breaches and bonds, breaches on bonds and conditions. So the program
is asked in rounds: was_party, was_entry and was_breach are what the round before found, and the answer
is that of the round that finds what it was given. Every program has one model; nothing is guessed.
"""

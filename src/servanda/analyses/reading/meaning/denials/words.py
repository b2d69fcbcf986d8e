"""Words by which a deed is said not to be done, to be kept from others, or to be left out."""

from __future__ import annotations

from servanda.analyses.reading.meaning.lexicon import listed

CEASING = listed(
    "stop cease quit avoid end halt discontinue refrain desist abstain renounce forgo forswear "
    "abandon suspend shun eschew scrap cancel shelve fail postpone delay abolish terminate ditch axe "
    "give-up hold-off call-off put-off phase-out break-off steer-clear shy-away stop-short do-without "
    "dispense-with keep-from back-away drop curtail forsake decline omit neglect "
    "do-away have-done withdraw-from back-out opt-out pull-out bow-out drop-out forget-about reverse "
    "undo overturn rescind revoke fight"
)
"""Verbs that say of one's own deed that it is not done, or no more; a particle behind a hyphen."""

HESITATING = frozenset({"hesitate", "shrink", "flinch"})
"""Verbs of which the denial says that a deed is done all the more."""

BLOCKING = listed(
    "prevent block bar ban prohibit forbid veto oppose resist thwart obstruct foil impede reject "
    "refuse exclude rule-out turn-down turn-away outlaw keep-out keep-away shut-out lock-out leave-out "
    "vote-down vote-against say-no frustrate rebuff spurn preclude disallow debar hinder stop "
    "send-back keep-off fend-off ward-off act-against decide-against close-door slam-door "
    "shut-door withhold hold-back rid discourage dissuade deter"
)
"""Verbs that say of a thing or of a deed of others that it is kept away."""

YIELDING = listed("refuse reject turn-down decline rebuff spurn withhold")
"""Verbs of which the denial says that something is taken or done."""

PRACTICES = listed(
    "practice policy habit custom idea thought plan process decision move attempt effort project "
    "programme program scheme"
)
"""Nouns behind which stands the deed that is stopped: *the practice of sending*."""

DISPUTING = listed("deny doubt dispute question contest disbelieve")
"""Verbs by which what is told behind them is said not to be so."""

FREE_OF = frozenset({"free", "devoid", "rid", "bereft"})
"""What one is that has none of something: *free of troops*."""

NO_WISH = listed("intention wish desire appetite inclination")
"""What somebody has none of who will not do something."""

ENDINGS = listed(
    "end halt stop ban moratorium freeze absence lack cessation suspension prohibition exclusion "
    "veto rejection refusal avoidance removal renunciation discontinuation embargo bar "
    "collapse breakdown failure breach violation loss destruction"
)
"""Nouns that say of what stands behind them that it is not, or no more: *an end to the sending*."""

LIFTING = listed(
    "lift ease remove relax end withdraw overturn reverse waive drop loosen soften scrap"
)
"""Verbs by which a ban, a veto is taken away."""

STAYING_AWAY = listed(
    "stay-out stay-away keep-out keep-away remain-out remain-outside stay-outside"
)
"""Verbs that say of their subject that it is not there."""

GIVING = listed(
    "sending dispatch deployment delivery shipment supply provision despatch acceptance admission "
    "payment funding financing export transfer secondment posting stationing inflow arrival training "
    "participation contribution recognition cooperation support aid assistance help presence flow "
    "introduction entry provisioning giving hosting"
)
"""Nouns for deeds that others are done a service by: to stop them is to refuse them."""

HARMS = listed(
    "war fighting fight hostility violence bloodshed attack strike bombing bombardment shelling siege "
    "blockade occupation aggression terrorism terror terrorist genocide massacre killing kill crime "
    "smuggling smuggle trafficking famine starvation hunger harassment harass persecution persecute "
    "torture provocation provoke escalation escalate incursion invasion raid offensive enrichment "
    "annexation abuse violation breach conflict crisis suffering coup sanction embargo tariff ban "
    "boycott restriction drill drilling harbour harbor arm jam detain starve intimidate block obstruct "
    "hinder impede interfere interference meddle meddling militant rebel opposition objection veto "
    "refusal resistance mine landmine collapse catastrophe disaster bomb impunity discrimination "
    "deportation expulsion shoot shooting threaten threat misuse spying spy looting loot poaching "
    "pollution corruption delay deadlock impasse harm damage displacement death casualty accident resumption return "
    "spread fire ambush abduction kidnapping execution oppression repression crackdown smuggler trafficker pirate criminal aggressor jamming "
    "infiltration proliferation poverty inflation disease hatred incitement propaganda disinformation fraud abduct deport evict"
)
"""What it is a service to stop or to prevent."""

HINDRANCES = listed(
    "opposition objection veto refusal resistance embargo boycott ban blockade restriction sanction "
    "tariff siege obstruction interference"
)
"""Nouns for what stands in the way of what stands behind them: *its opposition to troops*."""

ACQUIRING = listed("acquire get obtain develop build produce use have possess test buy make")
"""Verbs behind which weapons are what others suffer from: *prevent it from getting missiles*."""

DELIVERING = listed(
    "send come arrive enter deploy station base land set join accept admit allow let permit sell buy "
    "pay give provide deliver supply transfer ship recognise recognize cross sign ratify move invite "
    "establish open host receive take place put pass stay remain export import fund finance"
)
"""Verbs for deeds that one refuses by making sure that they are not done."""

ARRIVING = listed("come arrive enter go appear land stay remain set cross join move march")
"""Verbs that say of their subject that it is there or gets there."""

INVOLVING = listed(
    "make persuade force induce bring convince get move cause compel entice let lead"
)
"""Verbs by which somebody is brought to do something."""

NO_PROSPECT = listed(
    "way chance question possibility prospect likelihood hope circumstance scenario danger power"
)
"""What there is none of where somebody will on no account do it: *there is no way we accept*."""

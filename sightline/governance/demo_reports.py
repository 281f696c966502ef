"""The demo's reports in words: one to a committee, as they too often are, and a scrutineer's.

The committee report has the faults that the check is there for: no resources are said to be needed
beside a recommendation that asks for them, an answer of none without a reason, and a bare yes.
"""

from sightline.governance.models import ItemKind

REPORT = {
    "decision": "Whether the committee supports the plan and what it will cost.",
    "key": "No: it decides nothing that the cabinet has not decided.",
    "exempt": "No.",
    "wards": "All",
    "summary": "The plan has been in force for a year. Children wait less long for an assessment.",
    "recommendations": "Note the progress of the plan.\n"
    "Agree additional and recurrent investment in practice leads for three years.",
    "reasons": "Practice leads have changed what happens in the teams that have them.",
    "background": "Inspectors asked for better supervision.\n"
    "Practice leads work beside social workers with children in care and disabled children.",
    "revenue": "£310,000 a year from the improvement reserve.",
    "capital": "None, because no building is bought or changed.",
    "resources": "Not applicable",
    "legal": "None, because the plan adds no duty to those that the council has.",
    "equality": "There are no equality implications.",
    "climate": "Yes",
    "purpose": "It protects those who most need it.",
    "consultation": "Teams were asked in the spring; children have not been asked yet.",
    "contact": "The director of children’s services.",
}

IN_SHORT = "Police and health now come more often; whether children are safer is not shown yet."

ITEMS = (
    (ItemKind.ACTIVITY, "Sat in on a day of strategy discussions in each quarter.", 60, ""),
    (ItemKind.ACTIVITY, "Read the partnership’s audits with young people.", 90, ""),
    (ItemKind.IMPACT, "Police take part in strategy discussions more often.", 30,
     "strategy_with_police"),
    (ItemKind.IMPACT, "Children tell us that they feel safer.", 45, ""),
    (ItemKind.GAP, "Nobody counts what was decided while a partner was missing.", 30, ""),
    (ItemKind.RECOMMENDATION, "Each partner names who decides for it at night.", 20, ""),
)  # fmt: skip

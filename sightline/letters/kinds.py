"""What sort of document it is, what it weighs as evidence, and whose voice speaks in it."""

from __future__ import annotations

from enum import StrEnum


class Weight(StrEnum):
    """What a document adds as evidence; only an independent one is a witness of its own.

    INDEPENDENT: somebody outside the authority looked for themselves. OWN: the authority's own
    people say it, however independent of the line of management. DERIVED: it repeats, or acts on,
    what another document said.
    """

    INDEPENDENT = "independent"
    OWN = "own"
    DERIVED = "derived"


class Voice(StrEnum):
    """Who says it: whoever looked at the services, or the authority that runs them."""

    REVIEWER = "reviewer"
    AUTHORITY = "authority"


class LetterKind(StrEnum):
    """What sort of document it is. An inspection is one whether short or standard."""

    INSPECTION = "inspection"
    FOCUSED_VISIT = "focused_visit"
    MONITORING_VISIT = "monitoring_visit"
    JTAI = "jtai"
    SEND_INSPECTION = "send_inspection"
    PEER_REVIEW = "peer_review"
    PRACTICE_REVIEW = "practice_review"
    IRO_REPORT = "iro_report"
    OMBUDSMAN = "ombudsman"
    INTERNAL_AUDIT = "internal_audit"
    SCRUTINY_REVIEW = "scrutiny_review"
    COMMISSIONER_REPORT = "commissioner_report"
    DFE_REVIEW = "dfe_review"
    DIRECTION = "direction"
    COURT_FEEDBACK = "court_feedback"
    STAFF_SURVEY = "staff_survey"
    REVIEW = "review"
    COVER_REPORT = "cover_report"
    STATEMENT = "statement"
    NEWS = "news"
    OTHER = "other"

    @property
    def plain(self) -> str:
        """The kind in plain English."""
        return _TITLES[self]

    @property
    def weight(self) -> Weight:
        """What it adds as evidence."""
        if self in _OWN:
            return Weight.OWN
        return Weight.DERIVED if self in _DERIVED else Weight.INDEPENDENT

    @property
    def voice(self) -> Voice:
        """Who speaks in its paragraphs."""
        return Voice.AUTHORITY if self in _AUTHORITY_SPEAKS else Voice.REVIEWER

    @property
    def gives_findings(self) -> bool:
        """Whether findings are taken from it: not from news, statements and what is not known."""
        return self not in {LetterKind.STATEMENT, LetterKind.NEWS, LetterKind.OTHER}


_OWN = {
    LetterKind.IRO_REPORT,
    LetterKind.INTERNAL_AUDIT,
    LetterKind.SCRUTINY_REVIEW,
    LetterKind.STAFF_SURVEY,
    LetterKind.COVER_REPORT,
}
_DERIVED = {LetterKind.DIRECTION, LetterKind.STATEMENT, LetterKind.NEWS, LetterKind.OTHER}
_AUTHORITY_SPEAKS = {LetterKind.COVER_REPORT, LetterKind.STATEMENT}
_TITLES = {
    LetterKind.INSPECTION: "Inspection of children's services",
    LetterKind.FOCUSED_VISIT: "Focused visit",
    LetterKind.MONITORING_VISIT: "Monitoring visit",
    LetterKind.JTAI: "Joint targeted area inspection",
    LetterKind.SEND_INSPECTION: "Area SEND inspection",
    LetterKind.PEER_REVIEW: "Peer review or challenge",
    LetterKind.PRACTICE_REVIEW: "Child safeguarding practice review",
    LetterKind.IRO_REPORT: "Independent reviewing officers' report",
    LetterKind.OMBUDSMAN: "Complaints or Ombudsman's decision",
    LetterKind.INTERNAL_AUDIT: "Internal audit",
    LetterKind.SCRUTINY_REVIEW: "Scrutiny review",
    LetterKind.COMMISSIONER_REPORT: "Commissioner's report",
    LetterKind.DFE_REVIEW: "Department for Education review",
    LetterKind.DIRECTION: "Statutory direction or improvement notice",
    LetterKind.COURT_FEEDBACK: "Court or Cafcass feedback",
    LetterKind.STAFF_SURVEY: "Staff survey",
    LetterKind.REVIEW: "Independent review",
    LetterKind.COVER_REPORT: "Officers' report to a committee",
    LetterKind.STATEMENT: "Press statement",
    LetterKind.NEWS: "News report",
    LetterKind.OTHER: "Other document",
}

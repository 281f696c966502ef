"""Every list, in the order in which the pages name them."""

from sightline.governance.listings.bodies import BODIES
from sightline.governance.listings.built_reports import COMMITTEE_REPORTS, SCRUTINEER_REPORTS
from sightline.governance.listings.challenge import CHALLENGE
from sightline.governance.listings.elections_held import ELECTIONS
from sightline.governance.listings.in_depth_reviews import IN_DEPTH
from sightline.governance.listings.instructions import INSTRUCTIONS
from sightline.governance.listings.learning_reviews import LEARNING_REVIEWS
from sightline.governance.listings.listing import List
from sightline.governance.listings.map_rows import MAP
from sightline.governance.listings.meetings import MEETINGS
from sightline.governance.listings.members import MEMBERS
from sightline.governance.listings.noted import NOTED
from sightline.governance.listings.owed import COMES_BACK
from sightline.governance.listings.papers_read import PAPERS
from sightline.governance.listings.partners import PARTNERS
from sightline.governance.listings.programme import PROGRAMME
from sightline.governance.listings.promises import PROMISES
from sightline.governance.listings.question_bank import QUESTION_BANK
from sightline.governance.listings.reviews import REVIEWS
from sightline.governance.listings.same_figures import SAME_FIGURES
from sightline.governance.listings.support import SUPPORT
from sightline.governance.listings.targets_set import TARGETS
from sightline.governance.listings.training import TRAINING
from sightline.governance.listings.visits import VISITS

LISTS: tuple[List, ...] = (
    BODIES,
    COMES_BACK,
    TARGETS,
    MAP,
    MEETINGS,
    PAPERS,
    SAME_FIGURES,
    QUESTION_BANK,
    CHALLENGE,
    NOTED,
    PROGRAMME,
    IN_DEPTH,
    VISITS,
    REVIEWS,
    SUPPORT,
    LEARNING_REVIEWS,
    PARTNERS,
    PROMISES,
    MEMBERS,
    INSTRUCTIONS,
    COMMITTEE_REPORTS,
    SCRUTINEER_REPORTS,
    TRAINING,
    ELECTIONS,
)

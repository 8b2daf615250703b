"""The addresses of the declarations desk's pages."""

from django.urls import path

from customhouse.declarations.pages import (
    account,
    acts,
    declaration,
    lists,
    papers,
    review,
    writing,
)

urlpatterns = [
    path("desk", lists.desk_page, name="desk"),
    path("account", account.account, name="account"),
    path("declarations", lists.declarations, name="declarations"),
    path("declarations/new", writing.new, name="new-declaration"),
    path("declarations/new/begin", writing.begin, name="begin-declaration"),
    path("declarations/new/file", writing.from_file, name="declaration-from-file"),
    path("declarations/drafts/<int:number>", writing.draft, name="draft"),
    path("declarations/drafts/<int:number>/review", review.review, name="draft-review"),
    path("declarations/drafts/<int:number>/discard", writing.discard, name="draft-discard"),
    path("declarations/drafts/<int:number>/<str:step>", writing.step, name="draft-step"),
    path("declarations/drafts/<int:number>/<str:step>/saved", writing.saved, name="draft-saved"),
    path("declarations/<str:mrn>", declaration.declaration, name="declaration"),
    path(
        "declarations/<str:mrn>/correction",
        review.change,
        {"act": "correct"},
        name="declaration-correct",
    ),
    path(
        "declarations/<str:mrn>/amendment",
        review.change,
        {"act": "amend"},
        name="declaration-amend",
    ),
    path("declarations/<str:mrn>/notice", papers.assessment_notice, name="assessment-notice"),
    path("declarations/<str:mrn>/release", papers.release_note, name="release-note"),
    path(
        "declarations/<str:mrn>/receipts/<int:number>",
        declaration.receipt,
        name="declaration-receipt",
    ),
    path("declarations/<str:mrn>/documents", acts.attach, name="declaration-attach"),
    path(
        "declarations/<str:mrn>/documents/<int:number>",
        acts.attachment,
        name="declaration-attachment",
    ),
    path("declarations/<str:mrn>/questions/<int:number>", acts.answer, name="declaration-answer"),
    path("declarations/<str:mrn>/arrival", acts.arrive, name="declaration-arrive"),
    path("declarations/<str:mrn>/withdrawal", acts.withdraw, name="declaration-withdraw"),
    path("declarations/<str:mrn>/annulment", acts.annul, name="declaration-annul"),
    path("declarations/<str:mrn>/payment", acts.pay, name="declaration-pay"),
    path("declarations/<str:mrn>/paid", acts.paid, name="declaration-paid"),
]

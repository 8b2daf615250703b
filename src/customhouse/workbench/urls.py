"""The addresses of the officers' pages."""

from django.urls import path

from customhouse.workbench.pages import (
    acts,
    file,
    organisation,
    rules,
    selectivity,
    supervision,
    today,
)

urlpatterns = [
    path("today", today.today, name="today"),
    path("today/shift", today.shift, name="shift"),
    path("files", today.files, name="files"),
    path("rules", rules.rules, name="rules"),
    path("rules/try", rules.try_rule, name="rule-try"),
    path("rules/changes", selectivity.proposals, name="selectivity-proposals"),
    path("rules/changes/new", selectivity.propose, name="selectivity-propose"),
    path("rules/changes/<str:digest>", selectivity.proposal, name="selectivity-proposal"),
    path("rules/changes/<str:digest>/force", selectivity.approve, name="selectivity-approve"),
    path("rules/<str:name>", rules.rule, name="rule"),
    path("people", organisation.organisation, name="people"),
    path("people/mandates", organisation.grant, name="mandate-grant"),
    path("people/mandates/<int:number>/end", organisation.revoke_mandate, name="mandate-end"),
    path("people/keys", organisation.make_key, name="key-make"),
    path("people/keys/<str:public_id>/revoke", organisation.revoke_key, name="key-revoke"),
    path("people/webhooks", organisation.add_webhook, name="webhook-add"),
    path("people/webhooks/<int:number>", organisation.change_webhook, name="webhook-change"),
    path("supervision", supervision.supervision, name="supervision"),
    path("files/<str:mrn>", file.file, name="file"),
    path("files/<str:mrn>/documents/<int:number>", file.document, name="file-document"),
    path("files/<str:mrn>/question", acts.ask, name="file-ask"),
    path("files/<str:mrn>/channel", acts.lower, name="file-lower"),
    path("files/<str:mrn>/seizure", acts.end_seizure, name="file-seizure"),
    path("files/<str:mrn>/requests/<int:number>", acts.answer, name="file-answer"),
    path("files/<str:mrn>/controls/<int:number>", acts.conclude, name="file-conclude"),
    path("files/<str:mrn>/controls/<int:number>/pass", acts.pass_on, name="file-pass"),
    path("files/<str:mrn>/controls/<int:number>/result", acts.examine, name="file-examine"),
]

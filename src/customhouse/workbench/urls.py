"""The addresses of the officers' pages."""

from django.urls import path

from customhouse.workbench.pages import acts, file, supervision, today

urlpatterns = [
    path("today", today.today, name="today"),
    path("today/shift", today.shift, name="shift"),
    path("files", today.files, name="files"),
    path("supervision", supervision.supervision, name="supervision"),
    path("files/<str:mrn>", file.file, name="file"),
    path("files/<str:mrn>/documents/<int:number>", file.document, name="file-document"),
    path("files/<str:mrn>/question", acts.ask, name="file-ask"),
    path("files/<str:mrn>/channel", acts.lower, name="file-lower"),
    path("files/<str:mrn>/requests/<int:number>", acts.answer, name="file-answer"),
    path("files/<str:mrn>/controls/<int:number>", acts.conclude, name="file-conclude"),
    path("files/<str:mrn>/controls/<int:number>/pass", acts.pass_on, name="file-pass"),
    path("files/<str:mrn>/controls/<int:number>/result", acts.examine, name="file-examine"),
]

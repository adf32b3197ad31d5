"""The addresses of pages about people."""

from fastapi import FastAPI

from dashboard.people import log, manage, ministry, own, sign_in

_READ = ["GET", "HEAD"]


def register(server: FastAPI) -> None:
    """Answer where people sign in, at their own account, at all accounts, and at the log."""
    for path, read in (
        ("/sign-in", sign_in.show),
        ("/sign-in/ministry", ministry.begin),
        ("/sign-in/ministry/back", ministry.back),
        ("/account", own.show),
        ("/accounts", manage.show),
        ("/audit", log.show),
        ("/audit/log.{extension}", log.export),
    ):
        server.add_api_route(path, read, methods=_READ, include_in_schema=False)
    for path, act in (
        ("/sign-in", sign_in.sign_in),
        ("/sign-out", sign_in.sign_out),
        ("/account/password", own.password),
        ("/account/everywhere", own.everywhere),
        ("/accounts/{act}", manage.act),
    ):
        server.add_api_route(path, act, methods=["POST"], include_in_schema=False)

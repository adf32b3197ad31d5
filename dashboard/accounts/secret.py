"""What sessions are signed with: made here for one machine, set where several serve one atlas."""

import os
import secrets
from pathlib import Path

from dashboard.accounts.local import is_loopback

NONE = "none"
SHORTEST = 32
_DIFFERENT = 10
_EXAMPLES = ("change", "default", "example", "insecure", "password", "secret", "your-", "xxxx")
MAKE = 'python3 -c "import secrets; print(secrets.token_urlsafe(32))"'


def is_public(host: str, proxy: str) -> bool:
    """Whether others than this machine reach the atlas."""
    return not is_loopback(host) or proxy == "yes"


def secret_problem(secret: str, *, host: str, proxy: str, shared: bool) -> str | None:
    """Why the atlas may not start with this secret, in one line with what to do.

    `shared`: whether several machines may use its database. They would each make a secret.
    """
    remedy = f"Set ATLAS_SECRET to what this prints, and keep it: {MAKE}"
    if secret == NONE:
        if not shared or not is_public(host, proxy):
            return None
        where = f"HOST is '{host}'" if proxy != "yes" else "ATLAS_PROXY is 'yes'"
        why = f"{where}, several machines may share its database, and ATLAS_SECRET is not set."
        return f"{why} {remedy}"
    if len(secret) < SHORTEST:
        return f"ATLAS_SECRET is shorter than {SHORTEST} characters. {remedy}"
    told = any(word in secret.lower() for word in _EXAMPLES)
    if told or len(set(secret)) < _DIFFERENT:
        return f"ATLAS_SECRET can be guessed. {remedy}"
    return None


def secret_of(set_: str, *, folder: Path) -> str:
    """The secret that is set, or this installation's own, made when it is first needed.

    Where the folder cannot be written to, it lasts as long as the process.
    """
    if set_ != NONE:
        return set_
    file, made = folder / "secret", secrets.token_urlsafe(SHORTEST)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as new:
            new.write(made)
    except FileExistsError:
        try:
            kept = file.read_text(encoding="ascii").strip()
        except (OSError, ValueError):
            return made
        return kept if len(kept) >= SHORTEST else made
    except OSError:
        return made
    return made

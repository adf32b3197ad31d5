"""`python -m dashboard accounts`: the only place where the first steward is made."""

import argparse
import getpass
import sys
from collections.abc import Callable
from typing import Any

from dashboard.accounts.passwords import PasswordError, kept
from dashboard.accounts.who import COMMAND, being
from dashboard.settings import SettingError, read_settings
from dashboard.store import ROLES, Account, AccountProblem, Store, StoreError, accounts

DONE, FAILED = 0, 1
_EXAMPLES = """roles, each with all that the one before it may do:
  viewer    reads everything
  editor    saves, changes and deletes scenarios
  steward   loads data, keeps accounts, reads the log

examples:
  python -m dashboard accounts add "Sok Dara" --role steward     asks for the password twice
  pwgen 20 1 | python -m dashboard accounts add reader --role viewer
  python -m dashboard accounts list
  python -m dashboard accounts role "Sok Dara" editor
  python -m dashboard accounts password "Sok Dara"               ends every session, and the wait
  python -m dashboard accounts remove "Sok Dara"

The database is the one that ATLAS_DATABASE_URL names. A change holds from the next request on;
the atlas need not be started again. Every change stands in the log.
"""


def add(commands: Any) -> None:
    """Add the command to those of `python -m dashboard`."""
    own = commands.add_parser(
        "accounts",
        help="who may sign in, and what they may do",
        description="Accounts of people who sign in where others reach the atlas.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    acts = own.add_subparsers(dest="act", metavar="ACT", required=True)

    def act(name: str, about: str, run: Callable[[argparse.Namespace, Store], None]) -> Any:
        made = acts.add_parser(name, help=about, description=about)
        made.set_defaults(run=_in_store(run))
        return made

    new = act("add", "make an account; the password is asked for, or read from a pipe", _add)
    new.add_argument("name", metavar="NAME")
    new.add_argument("--role", choices=ROLES, required=True)
    act("list", "every account", _list)
    role = act("role", "let somebody do more or less", _role)
    role.add_argument("name", metavar="NAME")
    role.add_argument("role", choices=ROLES)
    for name, about, run in (
        ("password", "give a new password", _password),
        ("remove", "take an account away", _remove),
    ):
        act(name, about, run).add_argument("name", metavar="NAME")


def _in_store(
    run: Callable[[argparse.Namespace, Store], None],
) -> Callable[[argparse.Namespace], int]:
    def told(given: argparse.Namespace) -> int:
        try:
            store = Store.open(read_settings().database_url)
            try:
                with being(COMMAND):
                    run(given, store)
            finally:
                store.close()
        except (SettingError, StoreError, PasswordError) as problem:
            print(problem, file=sys.stderr)
            return FAILED
        return DONE

    return told


def _add(given: argparse.Namespace, store: Store) -> None:
    password = kept(_asked(), name=given.name)
    made = accounts.add(store, name=given.name, role=given.role, password=password)
    print(f"{made.name} may sign in as {made.role}.")


def _list(given: argparse.Namespace, store: Store) -> None:
    found = accounts.listing(store)
    if not found:
        print("There is no account yet. Make the first: accounts add NAME --role steward")
    for one in found:
        how = "ministry" if one.subject else "password"
        print(f"{one.role:<8} {how:<9} {one.made_at[:10]}  {one.name}")


def _role(given: argparse.Namespace, store: Store) -> None:
    changed = accounts.change_role(store, id=_named(store, given.name).id, role=given.role)
    print(f"{changed.name} is {changed.role} now.")


def _password(given: argparse.Namespace, store: Store) -> None:
    found = _named(store, given.name)
    accounts.set_password(store, id=found.id, password=kept(_asked(), name=found.name))
    print(f"{found.name} has a new password; every session has ended.")


def _remove(given: argparse.Namespace, store: Store) -> None:
    removed = accounts.remove(store, id=_named(store, given.name).id)
    print(f"{removed.name} can sign in no more. The log keeps what was done.")


def _named(store: Store, name: str) -> Account:
    """The account of this name; of the ministry's, too, where only one is called so."""
    found = accounts.named(store, name=name)
    others = [one for one in accounts.listing(store) if one.subject and one.name == name]
    if found is None and len(others) == 1:
        return others[0]
    if found is None:
        raise AccountProblem("account_unknown")
    return found


def _asked() -> str:
    """The password: typed twice, or the one line that a pipe brings."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass("Password: ")
    if first != getpass.getpass("The same again: "):
        raise PasswordError("twice")
    return first

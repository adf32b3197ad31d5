"""Any version of the data, as it was accepted."""

from dashboard.data_here import SHIPPED, Data
from dashboard.desk.kept import loaded_of
from dashboard.store import Store, data


def data_of(store: Store, *, number: int) -> Data:
    """The data of one version; 0 is what ships.

    Raises:
        StoreError: it cannot be read, or there is no such version.
        DataError: it was kept by other rules than today's.
    """
    version = data.version(store, number=number)
    if not version.number:
        return SHIPPED
    loads = tuple(loaded_of(load) for load in data.loads(store, number=number))
    return Data(number=version.number, key=version.digest, loads=loads)

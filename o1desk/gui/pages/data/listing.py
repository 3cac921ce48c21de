"""What the page asks of the store in one go when the filter changes."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from o1desk.gui.pages.data.words import LABELS
from o1desk.store import Store
from o1desk.store.filters import SampleFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The ids that match, in the order of the table, and what the list can be narrowed to."""

    ids: list[int]
    facets: dict[str, list[tuple[str, int]]]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """By which column, and which way."""

    key: str = "id"
    descending: bool = True


def listing_of(store: Store, chosen: SampleFilter, order: Order) -> Callable[[], Listing]:
    """Return a function that looks it up; it runs off the window's thread."""

    def look() -> Listing:
        facets = dict(store.samples.facets(chosen))
        facets["label"] = [
            (name, store.samples.count(replace(chosen, label=name))) for name in LABELS
        ]
        return Listing(
            ids=store.samples.ids(chosen, order=order.key, descending=order.descending),
            facets=facets,
            total=store.samples.count(SampleFilter()),
        )

    return look

"""What shows on a terminal while a command runs; where there is none, nothing."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Never

from compare.errors import one_line
from compare.interrupts import raise_lost

if TYPE_CHECKING:
    from tqdm import tqdm

    from compare.ingest import LoadedStory


def with_stages(
    stories: Sequence["LoadedStory"],
) -> Iterator[tuple["LoadedStory", Callable[[str], None]]]:
    """Each story with a function that shows on a terminal which stage it has come to.

    What is counted is the stories; where there is one only, its stages.
    """
    alone = len(stories) == 1
    with _bar(None if alone else len(stories)) as bar:
        for story in stories:
            yield story, partial(_show_stage, bar, story.story.id, count=int(alone))
            bar.update(0 if alone else 1)


def _bar(stories: int | None) -> "tqdm[Never]":
    """A bar that fills up with the stories; without their number, a line that counts stages."""
    from tqdm import tqdm

    if stories is None:
        return tqdm(disable=None, leave=False, bar_format="{desc}stage {n} ({elapsed})")
    return tqdm(total=stories, disable=None, leave=False, unit="story")


def _show_stage(bar: "tqdm[Never]", story: str, stage: str, count: int) -> None:
    raise_lost()
    bar.set_description(one_line(f"{story}: {stage}"), refresh=False)
    bar.update(count)
    bar.refresh()


@contextmanager
def amounts() -> Iterator[Callable[[str, int, int | None], None]]:
    """What shows on a terminal how much of a stage is done, and the time left where it is known."""
    from tqdm import tqdm

    with tqdm(disable=None, leave=False, unit="", unit_scale=True) as bar:

        def show(stage: str, done: int, of: int | None) -> None:
            if done < bar.n:
                bar.reset()
            bar.total = of
            bar.set_description(stage, refresh=False)
            bar.update(done - bar.n)

        yield show

"""Story folder to articles, and what is wrong with the folder where it is not one."""

from compare.ingest.story import LoadedStory, load_story, problems

__all__ = ["LoadedStory", "load_story", "problems"]

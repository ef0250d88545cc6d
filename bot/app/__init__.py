"""The composition root: builds everything, knows everyone, decides nothing."""

from bot.app.building import build, library_of, prompts_folder
from bot.app.house import House, Pace
from bot.app.running import only_one, watch, work

__all__ = ["House", "Pace", "build", "library_of", "only_one", "prompts_folder", "watch", "work"]

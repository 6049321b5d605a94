"""English messages, and no time limits for generated examples."""

from tests.support import examples
from tests.support.fixtures import english as english

examples.load()

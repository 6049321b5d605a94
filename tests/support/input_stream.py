"""What a terminal sends, read by the parser of the input under a clock of its own."""

from textual import events
from textual.message import Message

from itatui.tui.terminal.input_parser import InputGate, InputParser


class InputStream:
    """Reads at chosen moments, and the events that came of them."""

    def __init__(self, gate: InputGate | None = None) -> None:
        self.now = 100.0
        """Time in seconds."""
        self.parser = InputParser(gate=gate, clock=lambda: self.now)
        self.events: list[Message] = []

    def send(self, *reads: str) -> None:
        """Read texts one after another without a pause, as the driver does."""
        for text in reads:
            self.events += self.parser.feed(text)
            self.events += self.parser.tick()

    def wait(self, seconds: float) -> None:
        """Let time pass, with ten ticks a second."""
        end = self.now + seconds
        while self.now < end:
            self.now = min(self.now + 0.1, end)
            self.events += self.parser.tick()

    @property
    def keys(self) -> list[str]:
        """The names of the keys so far."""
        return [event.key for event in self.events if isinstance(event, events.Key)]

    @property
    def written(self) -> str:
        """The characters of the keys so far."""
        return "".join(event.character or "" for event in self.events if isinstance(event, events.Key))

    @property
    def pastes(self) -> list[str]:
        """The pastes so far."""
        return [event.text for event in self.events if isinstance(event, events.Paste)]


def keys_of(*reads: str, wait: float = 2.0) -> list[str]:
    """Return the names of the keys in reads without a pause, and a pause behind them."""
    stream = InputStream()
    stream.send(*reads)
    stream.wait(wait)
    return stream.keys

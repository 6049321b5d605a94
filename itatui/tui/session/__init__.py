"""One open register, shared by all screens: its state, its changes and the queue that saves them. No widgets."""

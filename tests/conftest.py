"""What every test may rely on."""

import signal

# Started in the background, a shell's children ignore Ctrl-C, and theirs do too; tests that press
# it need the usual answer. A handler (unlike "ignore") is not inherited across exec.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

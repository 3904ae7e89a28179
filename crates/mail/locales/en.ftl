fault-mail-address = This does not look like an e-mail address. A correct one is for example anna.nowak@example.pl.
mail-automatic = This message was sent by a system. Please do not reply to it.
mail-button-otherwise = If the button does not work, copy this address into your browser:
mail-state-waiting = waiting to be sent
mail-state-sent = sent
mail-state-failed = not delivered

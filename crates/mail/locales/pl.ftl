fault-mail-address = To nie wygląda na adres e-mail. Poprawny adres to na przykład anna.nowak@example.pl.
mail-automatic = Tę wiadomość wysłał system. Prosimy na nią nie odpowiadać.
mail-button-otherwise = Jeśli przycisk nie działa, skopiuj ten adres do przeglądarki:
mail-state-waiting = czeka na wysłanie
mail-state-sent = wysłana
mail-state-failed = niedostarczona

certificates-title = Zaświadczenia

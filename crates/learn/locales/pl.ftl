learn-title = Nauka

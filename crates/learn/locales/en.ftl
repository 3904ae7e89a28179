learn-title = Learning

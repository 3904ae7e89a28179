training-title = Training

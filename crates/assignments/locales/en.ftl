assignments-title = Assignments

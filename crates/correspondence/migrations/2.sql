-- Files that wait for their form are named by the form itself, sealed for whoever sent them.
DROP TABLE kept_file;

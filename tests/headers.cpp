// Only there so that the headers which every test reads are compiled once.

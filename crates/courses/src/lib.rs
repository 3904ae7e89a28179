//! Courses: modules and lessons that anyone in an office can make and everyone can take.

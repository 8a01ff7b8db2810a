/** Courses are the same however people type them: width, case and spaces tell nothing apart. */
export const courseKey = (course: string): string =>
  course.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

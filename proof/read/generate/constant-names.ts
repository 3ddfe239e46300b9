/** Many types declare constants of these names. */
export const constantNames = ['Key', 'Section', 'Prefix', 'Name', 'Æ'];

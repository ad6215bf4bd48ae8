/** Roles that nothing is said for. */
export const silent = new Set(
  'generic none presentation paragraph linebreak layouttable layouttablerow layouttablecell labeltext legend figcaption caption row rowgroup strong emphasis mark time code subscript superscript abbr deletion insertion ruby rubyannotation iframepresentational listboxoption term definition descriptionlistdetail descriptionlistterm sectionheader sectionfooter pre mathpart'.split(
    ' ',
  ),
)

/** Roles that are worth saying by their name alone. */
export const silentUnnamed = new Set(['section', 'group'])

/** Roles that do not interrupt a line. */
export const inline = new Set(
  'statictext strong emphasis mark time code subscript superscript abbr deletion insertion ruby rubyannotation mathpart'.split(
    ' ',
  ),
)

/** Roles whose name is the text within. */
export const saysItsText = new Set(
  'heading link button image checkbox radio switch tab menuitem option textbox combobox searchbox cell columnheader rowheader gridcell doc-noteref doc-backlink'.split(
    ' ',
  ),
)

/** Roles whose parts are not read: a closed list is its value. */
export const closed = new Set('combobox image slider progressbar meter'.split(' '))

const renamed: Readonly<Record<string, string>> = {
  rootwebarea: 'document',
  img: 'image',
  disclosuretriangle: 'button',
  details: 'group',
  mathmlmath: 'math',
}

/** The role that is said, by the browser's name for it. */
export function spokenRole(given: string): string {
  const role = given.toLowerCase()
  return renamed[role] ?? (role.startsWith('mathml') ? 'mathpart' : role)
}

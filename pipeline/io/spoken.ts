/** Roles that nothing is said for. */
export const silent = new Set(
  'generic none presentation paragraph linebreak layouttable layouttablerow layouttablecell labeltext legend figcaption caption rowgroup strong emphasis time code subscript superscript abbr ruby rubyannotation iframepresentational listboxoption definition sectionheader sectionfooter pre mathpart'.split(
    ' ',
  ),
)

/** Roles that are worth saying by their name alone. */
export const silentUnnamed = new Set(['section', 'group', 'graphic', 'region'])

/** Roles that are said to have so many parts, and the roles of those. */
export const counted: Readonly<Record<string, RegExp>> = {
  list: /^listitem$/,
  descriptionlist: /^term$/,
  listbox: /^option$/,
  menu: /^menuitem/,
  menubar: /^menuitem/,
  tablist: /^tab$/,
  tree: /^treeitem$/,
}

/** Roles of places that are silent until something stands in them. */
export const live = new Set(['alert', 'log', 'marquee', 'status', 'timer'])

/** Roles that do not interrupt a line. */
export const inline = new Set(
  'statictext strong emphasis time code subscript superscript abbr ruby rubyannotation'.split(' '),
)

/** Roles whose name is the text within. */
export const saysItsText = new Set(
  'treeitem heading link button image checkbox radio switch tab menuitem menuitemcheckbox menuitemradio option combobox cell columnheader rowheader gridcell term doc-noteref doc-backlink'.split(
    ' ',
  ),
)

/** Fields, whose label is said with them. */
export const fields = new Set(
  'textbox searchbox combobox listbox spinbutton slider date datetime inputtime colorwell button checkbox radio switch'.split(
    ' ',
  ),
)

/**
 * Roles whose parts are not read: a field and a closed list are their value, a formula is said in one line, a
 * player's buttons are the browser's.
 */
export const closed = new Set(
  'math textbox searchbox combobox spinbutton date datetime inputtime colorwell slider progressbar meter checkbox radio switch tab option menuitemcheckbox menuitemradio video audio'.split(
    ' ',
  ),
)

const renamed: Readonly<Record<string, string>> = {
  rootwebarea: 'document',
  img: 'image',
  disclosuretriangle: 'button',
  disclosuretrianglegrouped: 'button',
  details: 'group',
  radiogroup: 'group',
  embeddedobject: 'pluginobject',
  textfield: 'textbox',
  textfieldwithcombobox: 'combobox',
  descriptionlistterm: 'term',
  descriptionlistdetail: 'definition',
  'doc-endnote': 'listitem',
  'doc-footnote': 'note',
  'doc-notice': 'note',
  'doc-tip': 'note',
  'doc-biblioentry': 'listitem',
  'doc-biblioref': 'link',
  'doc-glossref': 'link',
  'doc-cover': 'image',
  'doc-index': 'navigation',
  'doc-pagelist': 'navigation',
  'doc-toc': 'navigation',
  'doc-pagebreak': 'separator',
  'doc-subtitle': 'heading',
  mathmlmath: 'math',
  svgroot: 'graphic',
  'graphics-document': 'graphic',
  'graphics-object': 'graphic',
  'graphics-symbol': 'graphic',
}

/** The role that is said, by the browser's name for it. */
export function spokenRole(given: string): string {
  const role = given.toLowerCase()
  const known = renamed[role]
  if (known !== undefined) return known
  if (role.startsWith('mathml')) return 'mathpart'
  // Chapters, prefaces and the like are regions to those who read no books by their roles.
  return role.startsWith('doc-') && !/^doc-(backlink|endnotes|noteref)$/.test(role)
    ? 'region'
    : role
}

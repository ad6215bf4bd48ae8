/** Namespaces in `locales/<tag>/` that are words of templates, not articles. */
export const printed = ['site', 'topics', 'showcase'] as const
/** The same, and those that are words of reports. */
export const namespaces = [...printed, 'findings', 'report'] as const

export type Namespace = (typeof namespaces)[number]

/** Whether a file of this name in `locales/<tag>/` holds such words. */
export function isNamespace(name: string): boolean {
  return namespaces.some((namespace) => namespace === name)
}

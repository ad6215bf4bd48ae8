/** How many articles one page of a list shows. */
export const perPage = 20

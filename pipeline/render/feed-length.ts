/** How many articles a feed carries. */
export const feedLength = 20

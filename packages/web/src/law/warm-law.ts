/** Fetches the pages of the part Law before they are opened: a request for one would tell that it is read. */
export async function warmLaw(): Promise<void> {
  await Promise.all([
    import('./gaps/GapsPage.tsx'),
    import('./changes/ChangesPage.tsx'),
    import('./classes/ClassesPage.tsx'),
    import('./classes/ClassPage.tsx'),
    import('./backlog/BacklogPage.tsx'),
    import('./draft/DraftPage.tsx'),
  ]);
}

/**
 * Channels that guest tools open between a VM and its host, past the network; each of them can be shut.
 * `guest-operations` are commands that the host has run in the guest. Source: the hardening items
 * `isolation.tools.hgfs`, `.dnd` and `.copy`/`.paste` of VMware's guides (FACTS D), and B19.
 */
export const TOOLS = ['shared-folders', 'drag-and-drop', 'clipboard', 'guest-operations'] as const;
export type Tool = (typeof TOOLS)[number];

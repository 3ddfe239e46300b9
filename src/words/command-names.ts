export const commandNames = ['audit', 'fix', 'explain', 'rules'] as const;
export type CommandName = (typeof commandNames)[number];

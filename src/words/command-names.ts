export const commandNames = ['audit', 'fix', 'checklist', 'explain', 'rules'] as const;
export type CommandName = (typeof commandNames)[number];

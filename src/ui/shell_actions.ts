/** What a button anywhere in the shell may ask of the shell: the detail of a `park-action` event. */
export type ShellAction = 'update' | 'folder' | 'paste' | 'undo' | 'picture' | 'embed' | 'save' | 'table' | 'help';

export type InspectorTab = 'inspector' | 'community' | 'findings' | 'rollUps';

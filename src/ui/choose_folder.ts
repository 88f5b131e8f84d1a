/** Whether the browser lets a person choose a whole folder; where it does not, nobody is offered to. */
export function canChooseFolder(): boolean {
  return 'webkitdirectory' in HTMLInputElement.prototype;
}

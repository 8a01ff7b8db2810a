/** Looks enough like Teams' light theme to judge a card by. */
export const hostConfig = {
  spacing: { small: 6, default: 10, medium: 16, large: 20, extraLarge: 28, padding: 14 },
  supportsInteractivity: true,
  fontFamily: "'Segoe UI', 'Liberation Sans', 'Noto Sans CJK SC', sans-serif",
  fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  separator: { lineThickness: 1, lineColor: '#e0e0e0' },
  containerStyles: Object.fromEntries(
    Object.entries({
      default: '#ffffff',
      emphasis: '#f5f5f5',
      good: '#e7f2da',
      attention: '#fcf4f6',
      warning: '#fbf6d9',
      accent: '#e8ebfa',
    }).map(([name, backgroundColor]) => [
      name,
      {
        backgroundColor,
        foregroundColors: {
          default: { default: '#242424', subtle: '#616161' },
          accent: { default: '#5b5fc7', subtle: '#5b5fc7' },
          good: { default: '#237b4b', subtle: '#237b4b' },
          warning: { default: '#835c00', subtle: '#835c00' },
          attention: { default: '#c4314b', subtle: '#c4314b' },
        },
      },
    ]),
  ),
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 8 },
  },
  inputs: {
    label: { inputSpacing: 4, requiredInputs: { suffix: ' *' }, optionalInputs: {} },
    errorMessage: { color: 'attention' },
  },
};

export const stylesheet = `
  body { margin: 0; background: #f0f0f0; font: 14px 'Segoe UI', 'Liberation Sans', 'Noto Sans CJK SC', sans-serif; }
  #frame { padding: 12px; }
  #card { background: #fff; border-radius: 8px; box-shadow: 0 1px 4px #0003; }
  .ac-adaptiveCard { outline: none; }
  .ac-pushButton { background: #fff; border: 1px solid #d1d1d1; border-radius: 4px; padding: 6px 12px; font: 600 14px 'Segoe UI', 'Liberation Sans', 'Noto Sans CJK SC', sans-serif; color: #242424; }
  .ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff; }
  .ac-pushButton.style-destructive { color: #c4314b; }
  .ac-actionSet > div:not(.ac-pushButton) { flex-wrap: wrap; row-gap: 8px; }
  .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
  .ac-input, select, textarea { font: 14px 'Segoe UI', 'Liberation Sans', 'Noto Sans CJK SC', sans-serif; }
  select.ac-input, textarea.ac-input, input.ac-textInput, input.ac-dateInput { width: 100%; box-sizing: border-box; border: 1px solid #d1d1d1; border-radius: 4px; padding: 6px 8px; background: #fff; }
  textarea.ac-input { min-height: 64px; }
  .ac-choiceSetInput-expanded label, .ac-choiceSetInput-multiSelect label { padding: 4px 6px; }
  input[type='radio'], input[type='checkbox'] { width: 16px; height: 16px; accent-color: #5b5fc7; margin: 4px 0; }
`;

chrome.runtime.onInstalled.addListener(() => {})

export {}

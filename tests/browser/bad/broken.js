nowhere.toBeFound();

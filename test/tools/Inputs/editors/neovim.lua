-- Waits for the diagnostics of the file that is edited, and prints them as Neovim
-- has them: the line, then what stands beside it.
local seen = vim.wait(60000, function()
  return #vim.diagnostic.get(0) > 0
end, 100)
local lines = vim.api.nvim_buf_get_lines(0, 0, -1, false)
for _, found in ipairs(vim.diagnostic.get(0)) do
  io.stdout:write(string.format("%2d %s\n     # %s\n", found.lnum + 1,
    lines[found.lnum + 1], vim.split(found.message, "\n")[1]))
end
io.stdout:write(seen and "done\n" or "nothing came\n")
vim.cmd("qall!")

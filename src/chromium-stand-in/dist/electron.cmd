@echo off
rem Stands where Electron's own executable would be.
if not defined IPCAPP_NODE set "IPCAPP_NODE=node"
if defined ELECTRON_RUN_AS_NODE (
  "%IPCAPP_NODE%" %*
) else (
  "%IPCAPP_NODE%" "%~dp0..\cli.js" %*
)

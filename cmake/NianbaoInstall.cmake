# cmake --install build/release [--prefix DIR]: the program, its themes and, where npm fetched it, Chart.js. The program looks
# for the last two in ../share/nianbao.
include(GNUInstallDirs)

# In the build folder the program stands at the top: build/release/nianbao.
set_target_properties(nianbao PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})

set(NIANBAO_SHARED ${CMAKE_INSTALL_DATADIR}/nianbao)
install(TARGETS nianbao RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY themes DESTINATION ${NIANBAO_SHARED})
install(FILES assets/node_modules/chart.js/LICENSE.md DESTINATION ${NIANBAO_SHARED}/assets/node_modules/chart.js OPTIONAL)
install(FILES assets/node_modules/chart.js/dist/chart.umd.js
        DESTINATION ${NIANBAO_SHARED}/assets/node_modules/chart.js/dist OPTIONAL)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR} FILES_MATCHING PATTERN "*.md" PATTERN "*.json")
install(FILES README.md README.zh-CN.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
